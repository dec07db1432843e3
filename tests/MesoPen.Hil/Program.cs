using MesoPen.Hil;

return HilCommandLine.Run(args, Console.Out, Console.Error);
