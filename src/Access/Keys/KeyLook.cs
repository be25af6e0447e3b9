using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Tupa.Kernel;

namespace Tupa.Access;

/// <summary>
/// Looks, before the doors open, whether the key file is the one that this database was used with. A restored house that has made
/// itself a new key serves all the same, so somebody must say what does not work and what to do.
/// </summary>
public sealed class KeyLook
{
    /// <summary>All were sealed with one file, so a few tell.</summary>
    private const int Few = 20;

    private readonly TupaDb _db;
    private readonly HouseKeys _keys;
    private readonly ILogger<KeyLook> _log;

    internal KeyLook(TupaDb db, HouseKeys keys, ILogger<KeyLook> log) => (_db, _keys, _log) = (db, keys, log);

    /// <summary>Says in the log what cannot be opened; a file that is no key throws <see cref="KeyFileException"/>.</summary>
    public async Task LookAsync(CancellationToken stop)
    {
        var factors = await _db.Set<Factor>().OrderByDescending(f => f.CreatedAt).ThenBy(f => f.Person).Take(Few).ToListAsync(stop);
        var closed = factors.Count(f => _keys.Open(FactorActions.Use, f.Sealed, f.Person.ToString()) is null);
        if (closed == 0) return;

        _log.LogError(
            "{File} is not the key that this database was used with: {Closed} of {Looked} second factors cannot be opened, and recovery codes and one-time codes do not work. "
            + "Stop the house and put the file back from where it is kept. Where it is lost, docs/restore.md says what to do.",
            _keys.Place, closed, factors.Count);
    }
}
