using System.Net.Mail;
using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>What is told of the first operator on the machine.</summary>
/// <param name="City">Names the city's own unit, where the house has none yet.</param>
public sealed record NewOperator(string UserId, string GivenName, string FamilyName, string? Email, Text City);

/// <summary>Makes the first operator, when there is nobody yet who could let anyone in.</summary>
public sealed class OperatorActions(
    TupaDb db, Writing writing, AuditLog audit, AssignmentActions assignments, AuthorityActions powers, Authorities held, TimeProvider clock)
{
    private const int LongestName = 100;

    /// <summary>A person with card A, an open assignment in the city's unit, and the authority of an operator for twelve months.</summary>
    public Task<Refusal?> AddAsync(PersonId id, NewOperator told, Actor by, CancellationToken stop = default) => writing.RunAsync(async () =>
    {
        var userId = told.UserId.Trim().ToLowerInvariant();
        if (await RefusalOfAsync(told, userId, stop) is { } reason) return audit.Refused(by, "register.operator.add", null, reason);

        var (given, family) = (told.GivenName.Trim(), told.FamilyName.Trim());
        db.Add(new Person { Id = id, CreatedAt = clock.UtcNow(), SortKey = PersonNaming.SortKey(given, family) });
        var card = new CardA { Person = id, GivenName = given, FamilyName = family, UserId = userId, Email = told.Email?.Trim(), Organisation = told.City.Fi };
        db.Add(card);
        await writing.FlushAsync(stop);
        AddOrigins(card, userId);

        var assignment = AssignmentId.New();
        var unit = await CityAsync(told.City, stop);
        await writing.FlushAsync(stop);
        Sure(await assignments.BeginAsync(assignment, new(
            id, Population.Staff, AssignmentKind.Regular, unit, Organ: null, Duty: null, Source.Operator, clock.Today(), Helsinki.Open, []), by, stop));
        Sure(await powers.MakeFirstOperatorAsync(assignment, by, stop));
        audit.Write(by, "register.operator.added", id.Value, id);
        return null;
    }, stop);

    private async Task<Refusal?> RefusalOfAsync(NewOperator told, string userId, CancellationToken stop)
    {
        if (userId is not { Length: > 0 and <= LongestName } || userId.Any(char.IsWhiteSpace)) return new(OperatorText.BadUserId);
        if (!IsName(told.GivenName) || !IsName(told.FamilyName)) return new(OperatorText.BadName);
        if (told.Email is { } email && (email.Length > 254 || !MailAddress.TryCreate(email, out _))) return new(OperatorText.BadEmail);
        if (await db.Set<CardA>().AnyAsync(c => c.UserId == userId, stop) || await db.Set<CardB>().AnyAsync(c => c.UserId == userId, stop))
            return new(OperatorText.UserIdTaken);

        return (await held.HoldersAsync(AuthorityKind.Operator, stop)).Count > 0 ? new(AuthorityText.OperatorThere) : null;
    }

    private async Task<UnitId> CityAsync(Text name, CancellationToken stop)
    {
        if (await db.Set<Unit>().Where(u => u.Kind == UnitKind.City).OrderBy(u => u.Id).FirstOrDefaultAsync(stop) is { } there) return there.Id;

        var group = new Group { Id = GroupId.New(), Kind = GroupKind.Unit, NameFi = name.Fi, NameSv = name.Sv };
        db.Add(group);
        await writing.FlushAsync(stop);
        var city = new Unit { Id = UnitId.New(), Kind = UnitKind.City, NameFi = name.Fi, NameSv = name.Sv, Group = group.Id };
        db.Add(city);
        return city.Id;
    }

    private void AddOrigins(CardA card, string userId)
    {
        var record = new SourceRecord { Id = SourceRecordId.New(), Source = Source.Operator, Key = userId, Person = card.Person, LastBatch = Guid.CreateVersion7() };
        db.Add(record);
        foreach (var column in new[] { "given_name", "family_name", "user_id", "organisation" }.Concat(card.Email is null ? [] : ["email"]))
        {
            db.Add(new Origin
            {
                Person = card.Person,
                Card = Card.A,
                Column = column,
                SourceRecord = record.Id,
                Batch = record.LastBatch.Value,
                ReceivedAt = clock.UtcNow(),
            });
        }
    }

    private static bool IsName(string name) => name.Trim() is { Length: > 0 and <= LongestName };

    /// <summary>What was looked into before is not refused now; if it is, nothing at all is to be kept.</summary>
    private static void Sure(Refusal? refusal)
    {
        if (refusal is not null) throw new InvalidOperationException(refusal.Reason.En);
    }
}

/// <summary>Why an operator was not made.</summary>
public static class OperatorText
{
    internal static readonly Text BadUserId = new(
        Fi: "Käyttäjätunnuksessa on 1–100 merkkiä eikä välilyöntejä.",
        Sv: "Användarnamnet har 1–100 tecken och inga mellanslag.",
        En: "A user ID has 1 to 100 characters and no spaces.");
    internal static readonly Text BadName = new(
        Fi: "Anna etunimi ja sukunimi, kumpikin enintään 100 merkkiä.",
        Sv: "Ange förnamn och efternamn, båda högst 100 tecken.",
        En: "Give the given name and the family name, each at most 100 characters.");
    internal static readonly Text BadEmail = new(
        Fi: "Sähköpostiosoite ei kelpaa. Kirjoita se muodossa nimi@kaupunki.fi.",
        Sv: "E-postadressen duger inte. Skriv den i formen namn@stad.fi.",
        En: "That is no e-mail address. Write it as name@city.fi.");
    public static readonly Text NoOperator = new(
        Fi: "Tällä käyttäjätunnuksella ei ole ylläpitäjän valtuutta. Muiden toisen vaiheen poistaa ylläpitäjä tai tietoturvavastaava henkilön sivulla.",
        Sv: "Det här användarnamnet har inte operatörens befogenhet. Andras andra steg tar en operatör eller den informationssäkerhetsansvariga bort på personens sida.",
        En: "This user ID holds no authority of an operator. The second step of others is removed by an operator or the security officer, on the person's page.");
    public static readonly Text UserIdTaken = new(
        Fi: "Käyttäjätunnus on jo käytössä. Valitse toinen.",
        Sv: "Användarnamnet är redan taget. Välj ett annat.",
        En: "The user ID is taken. Choose another.");
}
