namespace Tupa.Backup;

/// <summary>What a backup is made of and put back into.</summary>
/// <param name="Database">A PostgreSQL connection string; empty for the embedded database.</param>
/// <param name="DatabaseFile">The file of the embedded database.</param>
/// <param name="Blobs">The folder of the blob store.</param>
public sealed record BackupPlace(string Database, string DatabaseFile, string Blobs)
{
    public bool IsEmbedded => Database.Length == 0;
}
