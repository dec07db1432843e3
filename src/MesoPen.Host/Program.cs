using MesoPen.Host.Cli;
using MesoPen.Host.Control;

CliContext context = new(Console.Out, Console.Error, TimeProvider.System);
return await CommandLine.RunAsync(args, context, (options, _) => Treat.RunAsync(options, context.Output));
