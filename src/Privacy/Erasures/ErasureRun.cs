using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tupa.Audit;
using Tupa.Kernel;
using Tupa.Register;
using Tupa.Retention;

namespace Tupa.Privacy;

/// <summary>
/// Erases everybody who is due, one whole person after the other, then makes the bytes leave the files, and certifies it. Can be
/// killed anywhere: whoever is left is still due, and the next run goes on in the certificate that was begun.
/// </summary>
internal sealed class ErasureRun(IServiceScopeFactory scopes, EraseBy rule, Ledger ledger, TimeProvider clock)
{
    /// <summary>A run of somebody else that has not moved for so long is dead.</summary>
    private static readonly TimeSpan Dead = TimeSpan.FromHours(1);

    private const int AtATime = 500;
    private static readonly Actor House = Actor.House("privacy.erasure");

    /// <summary>Erases whoever is due today. With nothing to do it is two statements, each one range of an index.</summary>
    public async Task<JobReport> RunAsync(ErasureCause cause, Action<int>? progress, CancellationToken stop)
    {
        var due = await InAsync((DueQueries queries) => queries.NextAsync(null, AtATime, stop));
        var open = await InAsync((TupaDb db) => OpenAsync(db, cause, stop));
        if (due.Count == 0 && open is null) return new();

        var run = open ?? await BeginAsync(cause, stop);
        var (whole, partly) = (0, 0);
        while (due.Count > 0)
        {
            foreach (var leaver in due)
            {
                switch (await InAsync((PersonErasure erasure) => erasure.EraseAsync(leaver, run, asked: true, stop)))
                {
                    case ErasureOutcome.Whole: whole++; break;
                    case ErasureOutcome.Partly: partly++; break;
                    case ErasureOutcome.NotNow: break;
                }

                progress?.Invoke(whole + partly);
            }

            due = await InAsync((DueQueries queries) => queries.NextAsync(run, AtATime, stop));
        }

        await EndAsync(run, partly, stop);
        return new(Counted: whole + partly, Changed: whole, Failed: partly);
    }

    /// <summary>
    /// Erases these, whom the ledger names, whatever the clock says, in the certificate of a start that was killed where there is one.
    /// Returns how many are gone, and how many not.
    /// </summary>
    public async Task<(int Erased, int Failed)> AgainAsync(IReadOnlyList<PersonId> people, CancellationToken stop)
    {
        var open = await InAsync((TupaDb db) => OpenAsync(db, ErasureCause.Ledger, stop));
        if (people.Count == 0 && open is null) return (0, 0);

        var run = open ?? await BeginAsync(ErasureCause.Ledger, stop);
        var failed = 0;
        foreach (var person in people)
        {
            var leaver = new Leaver { Person = person, What = Ended.Use, EndedAt = clock.UtcNow() };
            if (await InAsync((PersonErasure erasure) => erasure.EraseAsync(leaver, run, asked: false, stop)) != ErasureOutcome.Whole) failed++;
        }

        await EndAsync(run, failed, stop);
        return (people.Count - failed, failed);
    }

    private async Task<ErasureId?> OpenAsync(TupaDb db, ErasureCause cause, CancellationToken stop)
    {
        var dead = clock.UtcNow() - Dead;
        return await db.Set<Erasure>().Where(e => e.EndedAt == null && (e.Cause == cause || e.TouchedAt < dead))
            .OrderBy(e => e.TouchedAt).Select(e => (ErasureId?)e.Id).FirstOrDefaultAsync(stop);
    }

    private async Task<ErasureId> BeginAsync(ErasureCause cause, CancellationToken stop)
    {
        var now = clock.UtcNow();
        var erasure = new Erasure
        {
            Id = ErasureId.New(),
            Cause = cause,
            BegunAt = now,
            TouchedAt = now,
            Months = EraseBy.Months,
            BackupDays = rule.BackupDays,
            MarginDays = rule.MarginDays,
        };
        return await WriteAsync((db, audit) =>
        {
            db.Add(erasure);
            audit.Write(House, "privacy.erasure.begun", erasure.Id.Value);
            return Task.FromResult(erasure.Id);
        }, stop);
    }

    /// <summary>The bytes, the ledger's own end, the certificate.</summary>
    private async Task EndAsync(ErasureId run, int failed, CancellationToken stop)
    {
        var left = await InAsync((ErasedBytes bytes) => bytes.SettleAsync(stop));
        ledger.Expire(clock.Today().AddDays(-rule.BackupDays - rule.MarginDays));
        var held = await InAsync((DueQueries queries) => queries.HeldAsync(stop));
        await WriteAsync(async (db, audit) =>
        {
            var erasure = await db.Set<Erasure>().SingleAsync(e => e.Id == run, stop);
            (erasure.EndedAt, erasure.Failed, erasure.Held, erasure.Left) = (clock.UtcNow(), failed, held, left);
            erasure.Digest = Certificate.DigestOf(erasure);
            audit.Write(House, "privacy.erasure.ended", run.Value, count: erasure.People + erasure.Cards);
            return true;
        }, stop);
    }

    private Task<T> WriteAsync<T>(Func<TupaDb, AuditLog, Task<T>> work, CancellationToken stop) => InAsync((IServiceProvider services) =>
        services.GetRequiredService<Writing>().RunAsync(() => work(services.GetRequiredService<TupaDb>(), services.GetRequiredService<AuditLog>()), stop));

    /// <summary>A scope for each person: what rooms keep of one is not carried to the next.</summary>
    private async Task<T> InAsync<TService, T>(Func<TService, Task<T>> work) where TService : notnull
    {
        await using var scope = scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }
}
