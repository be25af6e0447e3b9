using Tupa.Kernel;

namespace Tupa.Register;

internal static class ProposalText
{
    public static readonly Text Title = new(Fi: "Odottavat ehdotukset", Sv: "Förslag som väntar", En: "Proposals that wait");
    public static readonly Text Lead = new(
        Fi: "Ehdotuksesi ja omaa väkeäsi koskevat ehdotukset, joita kukaan ei ole vielä ratkaissut. Voit perua ehdotuksen siihen asti.",
        Sv: "Dina förslag och förslag som gäller ditt folk och som ingen ännu har avgjort. Du kan dra tillbaka ett förslag tills dess.",
        En: "Your proposals, and those about your people, that nobody has decided yet. Until then a proposal can be withdrawn.");
    public static readonly Text None = new(Fi: "Yksikään ehdotus ei odota.", Sv: "Inget förslag väntar.", En: "No proposal waits.");
    public static readonly Text Kind = new(Fi: "Mitä ehdotetaan", Sv: "Vad som föreslås", En: "What is proposed");
    public static readonly Text State = new(Fi: "Tila", Sv: "Läge", En: "State");
    public static readonly Text Since = new(Fi: "Odottanut alkaen", Sv: "Väntar sedan", En: "Waits since");
    public static readonly Text By = new(Fi: "Ehdottaja", Sv: "Föreslogs av", En: "Proposed by");
    public static readonly Text Decides = new(Fi: "Kuka ratkaisee", Sv: "Vem som avgör", En: "Who decides");
    public static readonly Text Withdraw = new(Fi: "Peru ehdotus", Sv: "Dra tillbaka förslaget", En: "Withdraw the proposal");
    public static readonly Text Waits = new(Fi: "Odottaa ratkaisua", Sv: "Väntar på ett avgörande", En: "Waits for a decision");
    public static readonly Text WaitsTwo = new(
        Fi: "Odottaa kahta vastausta: onko henkilö jo täällä", Sv: "Väntar på två svar: finns personen redan här", En: "Waits for two answers: whether the person is here already");
    public static readonly Text WaitsOne = new(
        Fi: "Yksi on vastannut, toinen vahvistaa", Sv: "En har svarat, en andra bekräftar", En: "One has answered, a second confirms");
    public static readonly Text Decided = new(
        Fi: "Ehdotus on jo ratkaistu, eikä sitä voi enää perua.", Sv: "Förslaget har redan avgjorts och kan inte dras tillbaka.", En: "The proposal has been decided already and cannot be withdrawn.");
    public static readonly Text ForYou = new(Fi: "Ratkaistavanasi", Sv: "För dig att avgöra", En: "For you to decide");
    public static readonly Text ForYouLead = new(
        Fi: "Olet lähteen hoitaja. Muiden esihenkilöiden ehdotukset odottavat sinua näillä sivuilla.",
        Sv: "Du är ansvarig för en källa. Andra chefers förslag väntar på dig på de här sidorna.",
        En: "You are the steward of a source. What other supervisors have proposed waits for you on these pages.");

    public static Text Of(ProposalKind kind) => kind switch
    {
        ProposalKind.Colleague => new(Fi: "Uusi työntekijä", Sv: "Ny medarbetare", En: "New colleague"),
        ProposalKind.Extension => new(Fi: "Tehtävä jatkuu", Sv: "Uppgiften fortsätter", En: "The duty goes on"),
    };

    public static Text StateOf(ProposalRow row) => row.Kind == ProposalKind.Extension ? Waits : row.Answered ? WaitsOne : WaitsTwo;

    public static Text StewardsOf(Source source) => new(
        Fi: $"Lähteen hoitajat: {SourceText.Of(source).Fi}", Sv: $"Källans ansvariga: {SourceText.Of(source).Sv}", En: $"The stewards of the source: {SourceText.Of(source).En}");
}
