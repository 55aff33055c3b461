"""What a page is made of: a closed set of blocks, without free colours, fonts or scripts."""
