using System.Runtime.InteropServices;

namespace Tupa.Access;

/// <summary>Runs long work on a thread of its own that gives way to those that answer requests.</summary>
internal static class Patiently
{
    /// <summary>A third of the share of others where cores are short; a whole core where they are not.</summary>
    private const int Niceness = 5;

    /// <summary>PRIO_PROCESS, of which 0 is the calling thread.</summary>
    private const int ThisThread = 0;

    public static Task<T> RunAsync<T>(Func<T> work, CancellationToken stop) => Task.Factory.StartNew(
        () =>
        {
            // Not every place lets a thread say so; then it runs as all others do.
            _ = SetPriority(ThisThread, 0, Niceness);
            return work();
        },
        stop, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    [DllImport("libc", EntryPoint = "setpriority")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetPriority(int which, int who, int niceness);
}
