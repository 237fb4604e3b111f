"""Voices of any server that speaks as OpenAI's does: in the cloud, or the newsroom's own."""
