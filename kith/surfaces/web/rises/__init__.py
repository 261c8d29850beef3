"""Price rises: announced with a look at whom they meet, then followed account by account."""
