import HandbookCommand

await Handbook.start()
