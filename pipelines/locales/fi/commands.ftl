# Mitä komennot kertovat tuloksistaan.

init-done = Työkansio on valmis: { $path }
init-next = Kopioi saapuneet raportit kansioon { $path }/inbox ja anna komento: kooste run --workspace { $path }
init-next-blank = Täytä alue ja raportoijat tiedostoon { $path }/kooste.toml, kopioi raportit kansioon { $path }/inbox ja anna komento: kooste run --workspace { $path }
