"""Questions of signing in."""

from casework.asking import Code as CodeBox
from casework.asking import Email, Question, Secret

NEW = {"autocomplete": "new-password"}
LONG_ENOUGH = "12 characters or more. Three words together work well."


class SignIn(Question):
    """Email address and password."""

    email = Email("Email address", ask="Enter your email address", attributes={"autocomplete": "username"})
    password = Secret("Password", ask="Enter your password")


class Code(Question):
    """The code from an authenticator."""

    code = CodeBox("Security code", ask="Enter the 6 numbers from your authenticator app")


class Address(Question):
    """Where to send a link."""

    email = Email("Email address", ask="Enter your email address")


class NewPassword(Question):
    """A password somebody chooses."""

    password = Secret("Password", ask="Enter a password", hint=LONG_ENOUGH, attributes=NEW)


class Change(Question):
    """A new password, with the one before it."""

    now = Secret("Your password now", ask="Enter the password you have now")
    password = Secret("New password", ask="Enter a new password", hint=LONG_ENOUGH, attributes=NEW)


class NewPhone(Question):
    """A new second factor, by somebody who has a password."""

    now = Secret("Your password", ask="Enter your password")
    code = CodeBox("Security code", ask="Enter the 6 numbers from your authenticator app")


class Press(Question):
    """One press."""
