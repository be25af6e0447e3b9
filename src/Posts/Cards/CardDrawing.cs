using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging;
using Tupa.Files;
using Tupa.Kernel;
using Tupa.Posts.Cards;

namespace Tupa.Posts;

/// <summary>Draws full cards: from the shelf where an equal one stands there.</summary>
internal sealed class CardDrawing(CardShelf shelf, IServiceProvider services, ILoggerFactory loggers, TimeProvider clock) : IAsyncDisposable, IDisposable
{
    private HtmlRenderer? _renderer;

    public async Task<RenderFragment> FullAsync(PostCardRow row, bool fresh)
    {
        // A file that is still being looked at is drawn as it is at this moment.
        var html = row.Files.All(f => f.State == FileState.Ready) ? await FromShelfAsync(row, fresh) : await DrawAsync(row, fresh);
        return builder => builder.AddMarkupContent(0, html);
    }

    public void Dispose() => _renderer?.Dispose();

    public ValueTask DisposeAsync() => _renderer?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task<string> FromShelfAsync(PostCardRow row, bool fresh)
    {
        var look = new CardLook(
            row with { Files = [] },
            row.Files.Count == 0 ? "" : string.Join('\n', row.Files.Select(f => $"{f.Id} {f.Kind} {f.Name} {f.Alt} {f.Width} {f.Height} {f.Bytes} {f.Checked}")),
            Say.Moment(row.PublishedAt, clock.UtcNow()), CultureInfo.CurrentUICulture.Name, fresh);
        if (shelf.Find(look) is { } known) return known;

        var html = await DrawAsync(row, fresh);
        shelf.Put(look, html);
        return html;
    }

    private Task<string> DrawAsync(PostCardRow row, bool fresh)
    {
        var renderer = _renderer ??= new(services, loggers);
        return renderer.Dispatcher.InvokeAsync(async () =>
        {
            var card = await renderer.RenderComponentAsync<PostCard>(ParameterView.FromDictionary(
                new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(PostCard.Post)] = row, [nameof(PostCard.Fresh)] = fresh }));
            return card.ToHtmlString();
        });
    }
}
