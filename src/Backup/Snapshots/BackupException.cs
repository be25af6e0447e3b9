namespace Tupa.Backup;

/// <summary>There is no backup, or nothing is put back; the message says why, and what to do.</summary>
public sealed class BackupException(string message) : Exception(message);
