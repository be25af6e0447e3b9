using System.Globalization;
using Tupa.Access;
using Tupa.Blobs;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Demo;

/// <summary>People, their cards, where each value of a card came from, their words and accounts, as rows.</summary>
internal sealed class PersonRows(DemoTown town, TownKeys keys)
{
    private readonly ILookup<int, TownAssignment> _assignments = town.Assignments.ToLookup(a => a.Person);

    public IEnumerable<Person> People() => town.People.Select(p => new Person
    {
        Id = keys.People[p.Index],
        Shielded = p.Shielded,
        Language = p.Language,
        CreatedAt = keys.Arrived[p.Index],
        UsedUntil = Helsinki.EndOf(_assignments[p.Index].Select(a => a.LastDay).DefaultIfEmpty(Helsinki.Open).Max()),
        SortKey = PersonNaming.SortKey(p.GivenName, p.FamilyName),
    });

    public IEnumerable<CardA> CardsA() => town.People.Where(p => p.CardA is not null).Select(p => new CardA
    {
        Person = keys.People[p.Index],
        GivenName = p.GivenName,
        FamilyName = p.FamilyName,
        Email = p.CardA!.Email,
        UserId = p.UserId,
        Phone = p.CardA.Phone,
        WorkAddress = p.CardA.WorkAddress,
        Organisation = p.CardA.Organisation,
        HiddenAt = End(_assignments[p.Index].Where(a => a.Population != TownPopulation.Pupil)),
    });

    public IEnumerable<CardB> CardsB() => town.People.Where(p => p.CardB is not null).Select(p => new CardB
    {
        Person = keys.People[p.Index],
        GivenName = p.GivenName,
        FamilyName = p.FamilyName,
        UserId = p.UserId,
        Email = p.CardB!.Email,
        School = keys.Units[p.CardB.School],
        ClassName = p.CardB.Class,
        InstitutionCode = p.CardB.InstitutionCode,
        Role = p.CardB.Role switch { "oppilas" => SchoolRole.Pupil, "opiskelija" => SchoolRole.Student, _ => SchoolRole.Staff },
        HiddenAt = End(_assignments[p.Index].Where(a => a.Population == (p.CardA is null ? TownPopulation.Pupil : TownPopulation.Staff))),
    });

    /// <summary>Own pictures of those who have added one. Many share the same few, so a large town costs no more bytes than a small one.</summary>
    public IEnumerable<Picture> Pictures(IReadOnlyDictionary<string, BlobId> media) =>
        from p in town.People
        let blob = p.Avatar is { } number && media.TryGetValue(DemoMedia.AvatarFile(number), out var found) ? found : (BlobId?)null
        where blob is not null
        select new Picture
        {
            Person = keys.People[p.Index],
            Blob = blob.Value,
            Key = keys.Ids.Make(keys.Arrived[p.Index], "picture", p.Index),
            SetAt = keys.Arrived[p.Index],
        };

    /// <summary>One of each person in each source: the source of the first assignment, and the pupils' system for card B.</summary>
    public IEnumerable<SourceRecord> Records() => town.People.SelectMany(p => Sources(p).Select(source => new SourceRecord
    {
        Id = RecordOf(p, source),
        Source = source,
        Key = string.Create(CultureInfo.InvariantCulture, $"{KeyOf(source)}-{100_000 + p.Index}"),
        Person = keys.People[p.Index],
        LastBatch = keys.Batch(source, keys.Arrived[p.Index]),
    }));

    /// <summary>A row for each value that stands on a card.</summary>
    public IEnumerable<Origin> Origins()
    {
        foreach (var p in town.People)
        {
            if (p.CardA is not null)
            {
                foreach (var column in ColumnsA) yield return Of(p, Card.A, column, SourceOf(p));
            }

            if (p.CardB is not { } b) continue;
            foreach (var column in ColumnsB)
            {
                if ((column == "email" && b.Email is null) || (column == "class_name" && b.Class is null)) continue;
                yield return Of(p, Card.B, column, Source.Schools);
            }
        }
    }

    /// <summary>What people are found by, in the order of the table's key.</summary>
    public IReadOnlyList<NameWord> Words()
    {
        var words = new List<NameWord>(town.People.Count * 5);
        foreach (var p in town.People)
        {
            var duties = p.Shielded ? [] : _assignments[p.Index].Where(a => a.LastDay >= town.Today)
                .SelectMany(a => new[] { town.Duties[a.Duty].Name.Fi, town.Duties[a.Duty].Name.Sv });
            words.AddRange(PersonNaming.Words(keys.People[p.Index], [p.GivenName, p.FamilyName, p.UserId, .. duties]));
        }

        words.Sort((a, b) => string.CompareOrdinal(a.Word, b.Word));
        return words;
    }

    /// <summary>Everyone who is here has an account; only those who are printed have a password.</summary>
    public IEnumerable<Account> Accounts(Func<int, string?> passwordOf) => town.People
        .Where(p => _assignments[p.Index].Any(a => a.LastDay >= town.Today))
        .Select(p => new Account
        {
            Person = keys.People[p.Index],
            UserId = p.UserId,
            Folded = Account.FoldedOf(p.UserId),
            PasswordHash = passwordOf(p.Index),
            PasswordAt = passwordOf(p.Index) is null ? null : keys.Arrived[p.Index],
            CreatedAt = keys.Arrived[p.Index],
        });

    private static readonly string[] ColumnsA = ["email", "family_name", "given_name", "organisation", "phone", "user_id", "work_address"];
    private static readonly string[] ColumnsB = ["class_name", "email", "family_name", "given_name", "institution_code", "role", "school", "user_id"];

    public static Source SourceOf(TownPopulation population) => population switch
    {
        TownPopulation.Elected => Source.Decisions,
        TownPopulation.Partner => Source.Sponsors,
        TownPopulation.Pupil => Source.Schools,
        _ => Source.Supervisors,
    };

    private Source SourceOf(TownPerson person) => SourceOf(_assignments[person.Index].First().Population);

    private IEnumerable<Source> Sources(TownPerson person)
    {
        var first = SourceOf(person);
        yield return first;
        if (person.CardB is not null && first != Source.Schools) yield return Source.Schools;
    }

    private Origin Of(TownPerson person, Card card, string column, Source source) => new()
    {
        Person = keys.People[person.Index],
        Card = card,
        Column = column,
        SourceRecord = RecordOf(person, source),
        Batch = keys.Batch(source, keys.Arrived[person.Index]),
        ReceivedAt = keys.Arrived[person.Index],
    };

    private SourceRecordId RecordOf(TownPerson person, Source source) =>
        new(keys.Ids.Make(keys.Arrived[person.Index], "record", person.Index, (int)source));

    private static string KeyOf(Source source) => source switch { Source.Decisions => "LH", Source.Sponsors => "YK", Source.Schools => "OPP", _ => "HLO" };

    private static DateTime? End(IEnumerable<TownAssignment> assignments)
    {
        var last = assignments.Select(a => a.LastDay).DefaultIfEmpty(Helsinki.Open).Max();
        return last >= Helsinki.Open ? null : Helsinki.EndOf(last);
    }
}
