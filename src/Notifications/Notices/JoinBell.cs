using Tupa.Kernel;

namespace Tupa.Notifications;

/// <summary>Whoever was joined with another, or parted from one, is told at once: it is their own account. Which of the two stands where the kind of thing does.</summary>
internal sealed class JoinBell(Notices notices) : IHear<PeopleJoined>, IHear<PeopleParted>
{
    private const string Joined = "joined";
    private const string Parted = "parted";

    public Task HearAsync(IReadOnlyList<PeopleJoined> announced, CancellationToken stop) => notices.SendAsync([.. announced.Select(a => Of(a.Kept, Joined))], stop);

    public Task HearAsync(IReadOnlyList<PeopleParted> announced, CancellationToken stop) =>
        notices.SendAsync([.. announced.SelectMany(a => new[] { Of(a.Kept, Parted), Of(a.Parted, Parted) })], stop);

    /// <summary>Null for a notice about something else.</summary>
    public static Text? Sentence(NoticeRow notice) => notice.Kind != NoticeKind.AccountJoined ? null : notice.ThingKind == Parted
        ? new(
            Fi: "Tietosi erotettiin toisen henkilön tiedoista. Tarkista omat tietosi.",
            Sv: "Dina uppgifter skildes från en annan persons uppgifter. Kontrollera dina egna uppgifter.",
            En: "Your data was parted from another person's. Check your own details.")
        : new(
            Fi: "Olit rekisterissä kahdesti. Tietosi yhdistettiin tähän tiliin, ja toinen käyttäjätunnuksesi päättyi. Jos yhdistettiin väärä henkilö, ota heti yhteyttä rekisterin pääkäyttäjään.",
            Sv: "Du fanns två gånger i registret. Dina uppgifter slogs samman till det här kontot, och ditt andra användarnamn upphörde. Om fel person slogs samman, kontakta genast registrets huvudanvändare.",
            En: "You were in the register twice. Your data was joined into this account, and your other user ID ended. If the wrong person was joined, contact the register administrator at once.");

    private static Notice Of(PersonId to, string which) => new(to, NoticeKind.AccountJoined, Guid.CreateVersion7(), ThingKind: which);
}
