"""A filed dossier as its owner sees it: looking it up, its page, answering, withdrawing, the receipt."""
