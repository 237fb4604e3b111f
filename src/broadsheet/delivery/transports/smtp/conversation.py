"""One connection's talk: bytes in, bytes out, outcomes. It knows no sockets and no clock."""

from __future__ import annotations

from enum import Enum, auto

from broadsheet.delivery.transports.contract import Envelope, Fate, Outcome
from broadsheet.delivery.transports.smtp.replies import WORDS, JunkError, Replies, Reply
from broadsheet.delivery.transports.smtp.wording import Offered, Said, UnsayableError, say

_SHUTTING_DOWN = 421  # may be said at any time (RFC 5321, 3.8)


class Phase(Enum):
    """What is awaited."""

    FREE = auto()  # an envelope
    MAIL = auto()  # the answer to its sender
    RCPT = auto()  # … to its recipient
    DATA = auto()  # … to the wish to send the message
    CONTENT = auto()  # that the message is handed over
    FINAL = auto()  # the answer to its end: until then it may have arrived, and may not
    NOTHING = auto()  # the answer to an empty message, where the server wanted one for nobody
    RESET = auto()  # the answer to RSET
    OVER = auto()  # nothing: the connection is of no more use


_NOTHING_YET = Said(b"", b"", b"")
_FATES = {2: Fate.ACCEPTED, 4: Fate.LATER, 5: Fate.NEVER}


class Conversation:
    """Offers one envelope after another and hears what the server says.

    With pipelining the sender, the recipient and the wish to send go out together, and the message in a second
    round trip. The next envelope's could go out behind the message, but then they would be tied to this
    connection: where it stalls, others would have to wait for it, or more messages than there are connections
    could be uncertain.
    """

    def __init__(self, offered: Offered) -> None:
        self.phase = Phase.FREE
        self.begun = 0  # how many messages have been offered
        self.unsent = memoryview(b"")
        self._offered = offered
        self._replies = Replies()
        self._envelope: Envelope | None = None
        self._said = _NOTHING_YET
        self._outcome: Outcome | None = None

    @property
    def is_free(self) -> bool:
        """Whether an envelope may be offered."""
        return self.phase is Phase.FREE

    @property
    def is_over(self) -> bool:
        """Whether the connection has to be closed."""
        return self.phase is Phase.OVER

    @property
    def owes(self) -> bool:
        """Whether an outcome is still to come."""
        return self._envelope is not None

    def offer(self, envelope: Envelope) -> Outcome | None:
        """Begin with an envelope; the outcome, where it needs no server."""
        try:
            said = say(envelope, self._offered)
        except UnsayableError as error:
            words, blames = str(error), error.blames_address
            return Outcome(envelope.number, Fate.NEVER, error.code, words, envelope.message_id, blames)
        self._envelope, self._said = envelope, said
        self.begun += 1
        self.phase = Phase.MAIL
        self._say(said.mail + said.rcpt + Said.DATA if self._offered.pipelining else said.mail)
        return None

    def hear(self, data: bytes) -> Outcome | None:
        """Take in what the server said; the envelope's outcome, where that is known now."""
        try:
            for reply in self._replies.feed(data):
                self._heard(reply)
        except JunkError:
            self._close("The mail server says what is not SMTP.")
        return self._told()

    def sent(self, count: int) -> None:
        """So many bytes of `unsent` were handed over."""
        self.unsent = self.unsent[count:]
        if self.phase is Phase.CONTENT and not self.unsent:
            self.phase = Phase.FINAL

    def end(self, words: str) -> Outcome | None:
        """The connection has ended, or has to: what became of the envelope under way, if there is one."""
        self._close(words)
        return self._told()

    def _heard(self, reply: Reply) -> None:
        phase = self.phase
        if phase is Phase.OVER:
            return
        if reply.code == _SHUTTING_DOWN:
            self._close(reply.words, code=reply.code)
        elif phase in (Phase.MAIL, Phase.RCPT) and reply.kind != 3:
            self._path_answered(reply)
        elif phase is Phase.DATA and reply.kind != 2:
            self._data_answered(reply)
        elif phase is Phase.FINAL and reply.kind != 3:
            self._conclude(_FATES[reply.kind], reply.words, code=reply.code)
            self.phase = Phase.FREE
        elif (phase is Phase.RESET and reply.kind == 2) or (phase is Phase.NOTHING and reply.kind != 3):
            self.phase = Phase.FREE
        else:
            self._interrupted(reply)

    def _path_answered(self, reply: Reply) -> None:
        """To MAIL or RCPT. What was said together is answered together, also after a refusal."""
        together = self._offered.pipelining
        if reply.kind != 2:
            blames = self.phase is Phase.RCPT and reply.blames_recipient
            self._conclude(_FATES[reply.kind], reply.words, code=reply.code, blames_address=blames)
            if not together:
                self._reset()
                return
        following = self._said.rcpt if self.phase is Phase.MAIL else Said.DATA
        self.phase = Phase.RCPT if self.phase is Phase.MAIL else Phase.DATA
        if not together:
            self._say(following)

    def _data_answered(self, reply: Reply) -> None:
        if reply.kind != 3:
            self._conclude(_FATES[reply.kind], reply.words, code=reply.code)
            self._reset()
        elif self.owes:
            self.phase = Phase.CONTENT
            self._say(self._said.content)
        else:
            # It wants a message although it refused the only recipient.
            self.phase = Phase.NOTHING
            self._say(Said.NOTHING)

    def _interrupted(self, reply: Reply) -> None:
        """By something that is no answer to what was asked: nothing more can be made of this connection."""
        if self.phase is Phase.CONTENT and reply.kind in (4, 5):
            self._conclude(_FATES[reply.kind], reply.words, code=reply.code)
        self._close(f"The mail server broke off: {reply.code} {reply.words}")

    def _reset(self) -> None:
        self.phase = Phase.RESET
        self._say(Said.RESET)

    def _say(self, data: bytes) -> None:
        self.unsent = memoryview(bytes(self.unsent) + data if self.unsent else data)

    def _close(self, words: str, *, code: int | None = None) -> None:
        unanswered = self.phase is Phase.FINAL and code is None
        self._conclude(Fate.UNCERTAIN if unanswered else Fate.LATER, words, code=code)
        self.phase = Phase.OVER
        self.unsent = memoryview(b"")

    def _conclude(self, fate: Fate, words: str, *, code: int | None, blames_address: bool = False) -> None:
        """Settle what became of the envelope, unless that is settled: after a refusal, more answers come."""
        if self._envelope is None:
            return
        self._outcome = Outcome(
            self._envelope.number, fate, code, words[:WORDS], self._envelope.message_id, blames_address
        )
        self._envelope = None

    def _told(self) -> Outcome | None:
        outcome, self._outcome = self._outcome, None
        return outcome
