using MesoPen.Gpio;

return GpioCommand.Run(args, Console.In, Console.Out, Console.Error, TimeProvider.System);
