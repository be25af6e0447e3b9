using Microsoft.AspNetCore.Connections;
using Microsoft.Data.Sqlite;
using Npgsql;
using Tupa.Audit;
using Tupa.Backup;
using Tupa.Kernel;
using Tupa.Privacy;

namespace Tupa.Server;

/// <summary>What the operator can mend is said in a sentence; whatever else goes wrong is a bug and keeps its stack.</summary>
internal static class Trouble
{
    /// <summary>SQLITE_CORRUPT, SQLITE_CANTOPEN, SQLITE_NOTADB.</summary>
    private static readonly int[] Unreadable = [11, 14, 26];

    /// <summary>The sentence; null for a bug.</summary>
    public static string? Of(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (Sentence(cause) is { } sentence) return sentence;
        }

        return null;
    }

    private static string? Sentence(Exception cause) => cause switch
    {
        ImpossibleSettingException or NotServedException or BackupException or KeyFileException or LedgerException or ChainException or NewerDatabaseException => cause.Message,
        AddressInUseException => "Another program listens at the address of Tupa:Listen. Stop it, or name another one: Tupa__Listen=http://127.0.0.1:5081.",
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } missing => $"PostgreSQL: {missing.MessageText}. Make it with createdb, or mend Tupa:Database.",
        PostgresException refused when refused.SqlState.StartsWith("28", StringComparison.Ordinal) || refused.SqlState is PostgresErrorCodes.InsufficientPrivilege
            => $"PostgreSQL: {refused.MessageText}. Tupa:Database must name a user that owns the database, and its password.",
        PostgresException { SqlState: PostgresErrorCodes.TooManyConnections or PostgresErrorCodes.CannotConnectNow } busy => $"PostgreSQL: {busy.MessageText}. Try again in a moment.",
        PostgresException => null,
        NpgsqlException lost => $"PostgreSQL does not answer: {lost.Message}. Is it running, and does Tupa:Database name it?",
        SqliteException broken when Unreadable.Contains(broken.SqliteErrorCode) => $"tupa.db in Tupa:Folder cannot be opened or is no database ({broken.Message}). Look at the file and at who may read it.",
        UnauthorizedAccessException closed => $"{closed.Message} Run it as the user of the house.",
        DirectoryNotFoundException or DriveNotFoundException => cause.Message,
        IOException full when IsFull(full) => $"{full.Message} There is no room left.",
        _ => null,
    };

    // ENOSPC.
    private static bool IsFull(IOException failure) => (failure.HResult & 0xFFFF) == 28;
}
