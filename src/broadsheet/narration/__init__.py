"""Every story can be listened to.

What a story goes through: `script/` reads its page into lines, `saying/` puts each line into the words that a
newsreader says, `voices/` speak it, `segments/` keeps what was spoken, `audio/` joins, levels and encodes it, `making/`
does all of this for one story, and `narrator.py` for one story after another.
"""
