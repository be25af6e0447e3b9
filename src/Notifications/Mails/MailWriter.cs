using System.Text;
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
        var body = new StringBuilder().Append(MailText.Hello.In(language)).Append("\n\n");
        Notices(body, news, language);
        Arrivals(body, news, language);

        var account = news.Arrivals.Count == 0 && news.Notices.All(n => n.Kind.IsAboutAccount());
        var way = account ? null : links.For(mail.Person);
        body.Append($"{MailText.Home.In(language)}: {options.Link("/")}\n{MailText.Settings.In(language)}: {options.Link("/me/notifications")}\n");
        if (way is not null) body.Append($"{MailText.Unsubscribe.In(language)}: {way}\n");

        var subject = account ? MailText.AboutAccount : MailText.Subject(news.Notices.Count + news.ArrivalCount);
        return new(to.Address, subject.In(language), body.ToString(), language) { Id = mail.Id.Value, Unsubscribe = way };
    }

    private void Notices(StringBuilder body, MailNews news, string language)
    {
        if (news.Notices.Count == 0) return;

        body.Append($"{MailText.ForYou.In(language)}\n");
        foreach (var notice in news.Notices)
        {
            body.Append($"- {NoticeText.Mailed(notice.Kind).In(language)}");
            if (news.IsConfidential(notice.Space)) body.Append($" {MailText.InConfidential.In(language)}");
            else if (news.Titles.GetValueOrDefault(notice.Thing) is { } title) body.Append($": {title}");
            body.Append($"\n  {options.Link($"/notifications/{notice.Id}")}\n");
        }

        body.Append('\n');
    }

    private void Arrivals(StringBuilder body, MailNews news, string language)
    {
        if (news.Arrivals.Count == 0) return;

        body.Append($"{MailText.InSpaces.In(language)}\n\n");
        var listed = 0;
        foreach (var space in news.Arrivals.Where(a => !news.IsConfidential(a.Space)).GroupBy(a => a.Space))
        {
            body.Append($"{news.Spaces[space.Key].Name}\n");
            foreach (var arrival in space.Take(MostOfSpace)) Line(body, arrival, news, language);
            listed += space.Count();
            if (space.Count() > MostOfSpace) body.Append($"  {MailText.More(space.Count() - MostOfSpace).In(language)}: {options.Link($"/spaces/{space.Key}")}\n");
            body.Append('\n');
        }

        var confidential = news.Arrivals.Count(a => news.IsConfidential(a.Space));
        if (confidential > 0) body.Append($"{MailText.Confidential(confidential).In(language)}\n\n");
        if (news.ArrivalCount > listed + confidential) body.Append($"{MailText.More(news.ArrivalCount - listed - confidential).In(language)}\n\n");
    }

    private void Line(StringBuilder body, Arrival arrival, MailNews news, string language)
    {
        body.Append($"- {news.Titles.GetValueOrDefault(arrival.Id) ?? NoticeText.Untitled.In(language)}\n");
        if (titles.Href(arrival.Kind, arrival.Id) is { } href) body.Append($"  {options.Link(href)}\n");
    }
}
