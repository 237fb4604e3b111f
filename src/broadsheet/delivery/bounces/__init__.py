"""What comes back: mail that could not be delivered, and mail that its reader called spam.

Anybody can write to the address where bounces arrive, and say that somebody's mail came back. So a report counts only
where it shows what nobody could guess: the signed address that the message was sent from (`verp`), or the signed
Message-ID that it carried. One that merely names an address is listed and not counted.
"""
