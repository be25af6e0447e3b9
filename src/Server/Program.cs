using Tupa.Server;

return await CommandLine.RunAsync(args);
