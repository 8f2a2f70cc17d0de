"""Settings of the web server, gunicorn, which `flask --app portal serve` starts with this file."""

import os
import signal

from casework.commands.parent import follow_parent

wsgi_app = "portal:create_app()"
worker_class = "gthread"
# Two processes of four threads filled two cores best when measured; a larger machine may ask for more.
workers = int(os.environ.get("WEB_PROCESSES", "2"))
threads = 4
preload_app = False  # each process opens its own database connections: SQLite's cannot cross a fork
timeout = 60  # seconds a request may take before its process is replaced
graceful_timeout = 6  # seconds a request may go on after we were asked to stop
keepalive = 5
max_requests = 5000  # then a process is replaced, so that memory it never gave back is given back
max_requests_jitter = 500
control_socket_disable = True
accesslog = None  # addresses name cases; who opened what is in the record itself
loglevel = "warning"


def when_ready(server):
    """End with the process that started us, even when it was killed outright."""
    follow_parent(lambda: os.kill(server.pid, signal.SIGTERM))
