using Microsoft.Extensions.Configuration;
using Tupa.Kernel;

namespace Tupa.Audit;

/// <summary>Where the heads of the chain are kept: Tupa:Audit:Heads, a folder outside the database and its backups; beside the keys unless set.</summary>
public sealed record HeadsPlace(string Folder)
{
    public const string Setting = "Tupa:Audit:Heads";

    public static HeadsPlace Of(IConfiguration configuration) => new(BesideKeys.Folder(configuration, Setting));
}
