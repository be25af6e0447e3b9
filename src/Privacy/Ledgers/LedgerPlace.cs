using Microsoft.Extensions.Configuration;
using Tupa.Kernel;

namespace Tupa.Privacy;

/// <summary>Where the ledger of erasures is kept: Tupa:Privacy:Ledger, a folder outside the database and its backups; beside the keys unless set.</summary>
public sealed record LedgerPlace(string Folder)
{
    public const string Setting = "Tupa:Privacy:Ledger";

    public static LedgerPlace Of(IConfiguration configuration) => new(BesideKeys.Folder(configuration, Setting));
}
