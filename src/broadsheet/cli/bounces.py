"""`broadsheet bounces`: take in mail that came back."""

from __future__ import annotations

import click

from broadsheet.cli.django_side import boot, call


@click.command()
@click.argument("file", metavar="FILE")
@click.option("--dry-run", is_flag=True, help="Say what would be counted, write nothing.")
def bounces(file: str, dry_run: bool) -> None:
    """Take in mail that came back, and say how much of it was what.

    FILE is a mail (.eml), many of them (mbox), a Maildir folder, or “-” for standard input. Each mail counts once,
    however often it is read. Only those count that prove, by a signed address or Message-ID, that they are about
    mail of ours.

    \b
    Examples:
      broadsheet bounces ~/Maildir/.Bounces --dry-run
      broadsheet bounces bounces.mbox
      ssh mail.example cat /var/mail/bounces | broadsheet bounces -
    """
    boot()
    call("bounces", file, dry_run=dry_run)
