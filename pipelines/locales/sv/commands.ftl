# Vad kommandona säger om sina resultat.

init-done = Arbetsmappen är klar: { $path }
init-next = Kopiera rapporterna som kommit till mappen { $path }/inbox och ge kommandot: kooste run --workspace { $path }
init-next-blank = Fyll i regionen och rapportörerna i filen { $path }/kooste.toml, kopiera rapporterna till mappen { $path }/inbox och ge kommandot: kooste run --workspace { $path }
