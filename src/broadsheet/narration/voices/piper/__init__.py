"""Neural voices on the newsroom's own machine, by Piper, which runs in a process of its own."""
