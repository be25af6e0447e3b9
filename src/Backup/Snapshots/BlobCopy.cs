namespace Tupa.Backup;

/// <summary>
/// Copies the bytes of a house at work into a snapshot. Bytes wait (waiting/) and are then moved to the store (ab/cd/…), so
/// what waits is copied first: what has left it meanwhile is in the store when that is copied. Bytes that are still being sent,
/// and the bench they are worked on, belong to no row and stay behind.
/// </summary>
internal sealed class BlobCopy(string blobs, string folder)
{
    private const string Waiting = "waiting";

    /// <summary>The names within the snapshot of what has been copied so far.</summary>
    public HashSet<string> Names { get; } = new(StringComparer.Ordinal);

    public void CopyWaiting() => Copy(Path.Combine(blobs, Waiting));

    public void CopyStore()
    {
        if (!Directory.Exists(blobs)) return;

        // Two letters, as the store calls its folders.
        foreach (var part in Directory.EnumerateDirectories(blobs, "??")) Copy(part);
    }

    /// <summary>Whether the bytes of this row are here, wherever they were.</summary>
    public bool Has(NeededBytes needed) => Names.Contains(StoreName(needed.Sha256)) || (needed.Waits is { } id && Names.Contains(WaitingName(id)));

    private static string WaitingName(Guid id) => Path.Combine("blobs", Waiting, id.ToString());

    private static string StoreName(string sha256) => Path.Combine("blobs", sha256[..2], sha256[2..4], sha256);

    private void Copy(string part)
    {
        if (!Directory.Exists(part)) return;

        foreach (var path in Directory.EnumerateFiles(part, "*", SearchOption.AllDirectories))
        {
            var name = Path.Combine("blobs", Path.GetRelativePath(blobs, path));
            if (Names.Contains(name)) continue;

            var copy = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            try
            {
                File.Copy(path, copy, overwrite: true);
                Names.Add(name);
            }
            catch (FileNotFoundException)
            {
                // Moved on or swept between the listing and the copy; whether a row needs it is asked at the end.
            }
        }
    }
}
