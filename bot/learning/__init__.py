"""Makes of the packs what search needs: arrays that `bot.search` goes over. Only when they have changed."""
