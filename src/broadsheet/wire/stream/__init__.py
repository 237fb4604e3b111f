"""The stream to open pages: what is filed stands in them within a second.

`application.py` answers who opens it; `hub.py` writes to all of them; `watching.py` looks into the log, and `hints.py`
tells it when. The log is the truth: what is missed here is seen at the next look.
"""
