"""What an inbox of e-mail needs to be told."""

from clew.channels.email.mailbox_settings import MAILBOX_SETTINGS
from clew.channels.email.smtp_settings import ADDRESS, ALIASES, OAUTH_SETTINGS, SMTP_SETTINGS

SETTINGS = (ADDRESS, ALIASES, *MAILBOX_SETTINGS, *SMTP_SETTINGS, *OAUTH_SETTINGS)
