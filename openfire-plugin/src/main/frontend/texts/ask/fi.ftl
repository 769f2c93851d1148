ask-write = Kirjoita kysymyksesi
