using Tupa.Kernel;
using Tupa.Register;
using Tupa.Spaces;

namespace Tupa.Notifications;

/// <summary>Writes a mail: plain text, in the recipient's language. Titles and links; never content, and of a confidential space a number only.</summary>
internal sealed class MailWriter(Titles titles, UnsubscribeLinks links, MailOptions options)
{
    private const int MostOfSpace = 10;

    /// <summary>Null when there is nothing left to tell.</summary>
    public Mail? Write(OutboundMail mail, MailNews news, Addressee to)
    {
        if (news.IsEmpty) return null;

        var language = to.Language;
        var lines = new List<string> { MailText.Hello.In(language), "" };
        Notices(lines, news, language);
        Arrivals(lines, news, language);

        var account = news.Arrivals.Count == 0 && news.Notices.All(n => n.Kind.IsAboutAccount());
        var way = account ? null : links.For(mail.Person);
        lines.Add($"{MailText.Home.In(language)}: {options.Link("/")}");
        lines.Add($"{MailText.Settings.In(language)}: {options.Link("/me/notifications")}");
        if (way is not null) lines.Add($"{MailText.Unsubscribe.In(language)}: {way}");

        var subject = account ? MailText.AboutAccount : MailText.Subject(news.Notices.Count + news.ArrivalCount);
        var body = string.Concat(lines.Select(l => $"{l}\r\n"));
        return new(to.Address, subject.In(language), body, language) { Id = mail.Id.Value, Unsubscribe = way };
    }

    private void Notices(List<string> lines, MailNews news, string language)
    {
        if (news.Notices.Count == 0) return;

        lines.Add(MailText.ForYou.In(language));
        foreach (var notice in news.Notices)
        {
            var said = (AccessBell.Sentence(notice) ?? ConfirmationRounds.Sentence(notice) ?? TakeAwayBell.Sentence(notice) ?? FarewellText.Sentence(notice, null) ?? NoticeText.Mailed(notice.Kind)).In(language);
            var about = news.IsConfidential(notice.Space) ? $" {MailText.InConfidential.In(language)}"
                : news.Titles.GetValueOrDefault(notice.Thing) is { } title ? $": {title}" : "";
            lines.Add($"- {said}{about}");
            lines.Add($"  {options.Link($"/notifications/{notice.Id}")}");
        }

        lines.Add("");
    }

    private void Arrivals(List<string> lines, MailNews news, string language)
    {
        if (news.Arrivals.Count == 0) return;

        lines.AddRange(MailText.InSpaces.In(language), "");
        var listed = 0;
        foreach (var space in news.Arrivals.Where(a => !news.IsConfidential(a.Space)).GroupBy(a => a.Space))
        {
            lines.Add(news.Spaces[space.Key].Name);
            foreach (var arrival in space.Take(MostOfSpace)) Line(lines, arrival, news, language);
            listed += space.Count();
            if (space.Count() > MostOfSpace) lines.Add($"  {MailText.More(space.Count() - MostOfSpace).In(language)}: {options.Link($"/spaces/{space.Key}")}");
            lines.Add("");
        }

        var confidential = news.Arrivals.Count(a => news.IsConfidential(a.Space));
        if (confidential > 0) lines.AddRange(MailText.Confidential(confidential).In(language), "");
        if (news.ArrivalCount > listed + confidential) lines.AddRange(MailText.More(news.ArrivalCount - listed - confidential).In(language), "");
    }

    private void Line(List<string> lines, Arrival arrival, MailNews news, string language)
    {
        lines.Add($"- {news.Titles.GetValueOrDefault(arrival.Id) ?? NoticeText.Untitled.In(language)}");
        if (titles.Href(arrival.Kind, arrival.Id) is { } href) lines.Add($"  {options.Link(href)}");
    }
}
