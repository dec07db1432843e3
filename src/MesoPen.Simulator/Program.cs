using MesoPen.Simulator;

return SimulatorCommand.Run(args, Console.Out, Console.Error, TimeProvider.System);
