# What the commands say about their results.

init-done = The workspace is ready: { $path }
init-next = Copy the reports that arrived into the folder { $path }/inbox and give the command: kooste run --workspace { $path }
init-next-blank = Fill in the region and its reporters in { $path }/kooste.toml, copy the reports into the folder { $path }/inbox and give the command: kooste run --workspace { $path }
