"""A mail server that keeps mailboxes, on loopback: Debian's Dovecot with a configuration that is thrown away."""

from __future__ import annotations

import grp
import imaplib
import os
import pwd
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.edge.programs import end, free_port, listens, program, start

PASSWORD = "tide-höf"  # what LOGIN could not carry

# Every name has the same password and an empty mailbox, so that each test takes another. Nothing runs as root.
CONFIGURATION = """
base_dir = {folder}/run
state_dir = {folder}/run
log_path = /dev/stderr
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
auth_failure_delay = 0
auth_mechanisms = plain login
mail_location = maildir:{folder}/mail/%u
first_valid_uid = 1
default_login_user = {login}
default_internal_user = {internal}
default_internal_group = {group}
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={user} gid={group} home={folder}/mail/%u
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {port}
  }}
}}
service anvil {{
  chroot =
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
service stats {{
  chroot =
}}
"""


@dataclass(frozen=True, slots=True)
class Dovecot:
    """A server that runs."""

    port: int
    folder: Path

    def url(self, user: str, folder: str = "") -> str:
        """A mailbox as the setting names it."""
        return f"imap://{user}:tide-h%C3%B6f@127.0.0.1:{self.port}/{folder}"

    @contextmanager
    def opened(self, user: str) -> Iterator[imaplib.IMAP4]:
        """The mailbox as its owner sees it."""
        imap = imaplib.IMAP4("127.0.0.1", self.port, timeout=10)
        imap.authenticate("PLAIN", lambda _: f"\0{user}\0{PASSWORD}".encode())
        imap.select("INBOX")
        yield imap
        imap.logout()

    def put(self, user: str, *mails: bytes) -> None:
        """Mail arrives."""
        with self.opened(user) as imap:
            for mail in mails:
                imap.append("INBOX", "", "", mail)

    def flags(self, user: str) -> list[str]:
        """How each mail is marked, in the order of their arrival: `seen`, `seen flagged` or nothing."""
        with self.opened(user) as imap:
            _, found = imap.fetch("1:*", "(FLAGS)")
            marks = [imaplib.ParseFlags(line) for line in found if line]
        names = [sorted(mark.decode().strip("\\").lower() for mark in one) for one in marks]
        return [" ".join(name for name in reversed(one) if name != "recent") for one in names]


@contextmanager
def running_dovecot() -> Iterator[Dovecot]:
    """Start one, and end it."""
    folder = Path(tempfile.mkdtemp(prefix="dovecot-"))  # short: the paths of its sockets have a limit
    (folder / "mail").mkdir()
    folder.chmod(0o755)
    (folder / "mail").chmod(0o777)
    me = pwd.getpwuid(os.getuid()).pw_name
    is_root = os.getuid() == 0
    names = {
        "login": "dovenull" if is_root else me,
        "internal": "dovecot" if is_root else me,
        "user": "nobody" if is_root else me,
        "group": "nogroup" if is_root else grp.getgrgid(os.getgid()).gr_name,
    }
    port = free_port()
    config = CONFIGURATION.format(folder=folder, port=port, password=PASSWORD, **names)
    (folder / "dovecot.conf").write_text(config)
    command = [program("dovecot"), "-F", "-c", str(folder / "dovecot.conf")]
    process = start(command, ready=lambda: listens(port))
    try:
        yield Dovecot(port, folder)
    finally:
        end(process)
        shutil.rmtree(folder, ignore_errors=True)
