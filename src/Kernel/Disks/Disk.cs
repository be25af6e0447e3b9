using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Tupa.Kernel;

/// <summary>
/// Makes files and folders durable. The runtime's own flush swallows a failing fsync, so this one asks the system itself and
/// looks at the answer: what is not durable must not be said to exist.
/// </summary>
public sealed class Disk(Func<SafeFileHandle, int> fsync)
{
    private const int Interrupted = 4;

    public Disk() : this(Native.Fsync)
    {
    }

    /// <summary>Returns when the file's bytes are on the disk; throws <see cref="IOException"/> when they are not.</summary>
    public void SettleFile(SafeFileHandle file) => Settle(file, "a file");

    /// <summary>Returns when the folder's list of names is on the disk.</summary>
    public void SettleFolder(string folder)
    {
        using var handle = Native.Open(folder, Native.ReadOnly | Native.DirectoryOnly);
        if (handle.IsInvalid) throw Failure($"Opening the folder {folder} failed");
        Settle(handle, folder);
    }

    /// <summary>Moves a settled file to its place and settles the folder; folders that lack are made and settled too.</summary>
    public void Place(string file, string place)
    {
        MakeFolder(Path.GetDirectoryName(place)!);
        File.Move(file, place, overwrite: true);
        SettleFolder(Path.GetDirectoryName(place)!);
    }

    public void MakeFolder(string folder)
    {
        if (Directory.Exists(folder)) return;
        var parent = Path.GetDirectoryName(Path.GetFullPath(folder));
        if (parent is not null) MakeFolder(parent);
        Directory.CreateDirectory(folder);
        if (parent is not null) SettleFolder(parent);
    }

    private void Settle(SafeFileHandle handle, string what)
    {
        while (fsync(handle) != 0)
        {
            if (Marshal.GetLastPInvokeError() != Interrupted) throw Failure($"Making {what} durable failed");
        }
    }

    private static IOException Failure(string what) => new($"{what}: {Marshal.GetLastPInvokeErrorMessage()}");

    private static class Native
    {
        public const int ReadOnly = 0;
        public const int DirectoryOnly = 0x10000;

        [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int Fsync(SafeFileHandle file);

        [DllImport("libc", EntryPoint = "open", SetLastError = true, CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern SafeFileHandle Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);
    }
}
