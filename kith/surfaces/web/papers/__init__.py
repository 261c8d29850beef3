"""Papers: the lines, giveaways, waivers and rises that prove a finding."""
