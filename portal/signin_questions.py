"""Questions of signing in."""

from casework import asking


class SignIn(asking.Question):
    """Email address and password."""

    email = asking.Email("Email address", ask="Enter your email address", autocomplete="username")
    password = asking.Secret("Password", ask="Enter your password", autocomplete="current-password")


class Code(asking.Question):
    """The code from an authenticator."""

    code = asking.Code("Security code", ask="Enter the 6 numbers from your authenticator", hint="The 6 numbers that your authenticator app shows now.")


class Address(asking.Question):
    """Where to send a link."""

    email = asking.Email("Email address", ask="Enter your email address")


class NewPassword(asking.Question):
    """A password somebody chooses."""

    password = asking.Secret("Choose a password", ask="Choose a password", hint="12 characters or more. Three words together work well.", autocomplete="new-password")


class Press(asking.Question):
    """One press."""


class Change(asking.Question):
    """A new password, with the one before it."""

    now = asking.Secret("Your password now", ask="Enter your password", autocomplete="current-password")
    password = asking.Secret("New password", ask="Choose a new password", hint="12 characters or more. Three words together work well.", autocomplete="new-password")
