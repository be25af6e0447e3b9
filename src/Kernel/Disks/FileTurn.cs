namespace Tupa.Kernel;

/// <summary>One at a time at a file, of this process and of others: the command line beside the house at work.</summary>
public sealed class FileTurn(string file)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    private readonly Lock _door = new();

    /// <summary>Runs the work while nobody else has a turn; makes the folder where there is none.</summary>
    public T Held<T>(Func<T> work)
    {
        lock (_door)
        {
            using var held = Locked();
            return work();
        }
    }

    private FileStream Locked()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(file + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (TimeProvider.System.GetElapsedTime(started) < LongestWait)
            {
                Thread.Sleep(20);
            }
        }
    }
}
