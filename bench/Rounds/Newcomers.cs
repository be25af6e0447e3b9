using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tupa.Kernel;
using Tupa.Register;
using Tupa.Server;

namespace Tupa.Bench;

/// <summary>An import: thousands of new people beside a house at work, from another process, unit by unit, each unit a writing of its own.</summary>
internal sealed class Newcomers(Settings settings)
{
    private const int InUnit = 25;

    /// <summary>Returns how long it took, in seconds.</summary>
    public async Task<double> ImportAsync(int people, CancellationToken stop)
    {
        await using var services = Composition.Services(settings).BuildServiceProvider();
        var watch = Stopwatch.StartNew();
        for (var done = 0; done < people; done += InUnit)
        {
            await using var scope = services.CreateAsyncScope();
            await UnitAsync(scope.ServiceProvider, done, stop);
        }

        return watch.Elapsed.TotalSeconds;
    }

    private static Task UnitAsync(IServiceProvider services, int first, CancellationToken stop)
    {
        var db = services.GetRequiredService<TupaDb>();
        var bulk = services.GetRequiredService<IBulk>();
        var clock = services.GetRequiredService<TimeProvider>();
        return services.GetRequiredService<Writing>().RunAsync<bool>(async () =>
        {
            var unit = await db.Set<Unit>().OrderBy(u => u.Id).Skip(first / InUnit % 40).FirstAsync(stop);
            var (now, today) = (clock.UtcNow(), clock.Today());
            var people = Enumerable.Range(first, InUnit).Select(n => new Newcomer(n, unit, now, today)).ToList();
            await bulk.InsertAsync(db, people.Select(p => p.Person), stop);
            await bulk.InsertAsync(db, people.Select(p => p.Card), stop);
            await bulk.InsertAsync(db, people.SelectMany(p => PersonNaming.Words(p.Person.Id, p.Card.GivenName, p.Card.FamilyName, p.Card.UserId)), stop);
            await bulk.InsertAsync(db, people.Select(p => p.Assignment), stop);
            await bulk.InsertAsync(db, people.SelectMany(p => p.Memberships), stop);
            return true;
        }, stop);
    }

    private sealed class Newcomer
    {
        public Newcomer(int n, Unit unit, DateTime now, DateOnly today)
        {
            var (given, family) = ($"Uusi{(char)('a' + (n % 26))}", $"Tulija-{n}");
            Person = new() { Id = PersonId.New(), CreatedAt = now, SortKey = PersonNaming.SortKey(given, family) };
            Card = new() { Person = Person.Id, GivenName = given, FamilyName = family, Organisation = unit.NameFi, UserId = $"uusi.{Person.Id.Value:n}" };
            Assignment = new()
            {
                Id = AssignmentId.New(),
                Person = Person.Id,
                Population = Population.Staff,
                Kind = AssignmentKind.Regular,
                Unit = unit.Id,
                Source = Source.Supervisors,
                FirstDay = today,
                LastDay = Helsinki.Open,
                UntilUtc = Helsinki.Never,
            };
            Memberships = [Member(GroupId.Staff, now), Member(unit.Group, now)];
        }

        public Person Person { get; }

        public CardA Card { get; }

        public Assignment Assignment { get; }

        public IReadOnlyList<GroupMember> Memberships { get; }

        private GroupMember Member(GroupId group, DateTime now) => new()
        {
            Person = Person.Id,
            Group = group,
            Cause = Assignment.Id.Value,
            Because = Because.Assignment,
            FromUtc = now,
            UntilUtc = Helsinki.Never,
        };
    }
}
