"""Mail, in the order in which it goes.

`actions/` ask for it, `letters/` compose it once, `ledger/` says who is to get it, `engine/` claims, fills and offers,
`transports/` take it out of the house, `bounces/` and `events/` hear what came back. `desk/` shows what a folder keeps.
"""
