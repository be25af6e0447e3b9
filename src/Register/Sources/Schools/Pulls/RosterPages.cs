using System.Text.Json;

namespace Tupa.Register;

/// <summary>All pages of one collection, proven to be all: as many different ids as the service counts, or a chain of links to its end.</summary>
internal sealed class RosterPages(RosterClient client, string collection)
{
    private const int PageSize = 1_000;
    private const int Most = 20_000_000;

    private readonly KeyTable _ids = new();
    private int _rows;

    /// <summary>Reads one object, at whose beginning the reader stands, and answers its id.</summary>
    public delegate string Row(ref Utf8JsonReader json);

    /// <param name="fields">What is asked for; a service that gives more is passed over where it does.</param>
    /// <exception cref="PullException">The collection is not proven complete.</exception>
    public async Task ReadAsync(string fields, Row read, CancellationToken stop)
    {
        var next = Address(fields, 0);
        int? total = null;
        while (next is not null)
        {
            var page = await client.PageAsync(next, stop);
            if (page.Total is not null && total is not null && page.Total != total) throw new PullException(PullText.Moved, collection);
            total = page.Total ?? total;

            var before = _rows;
            Rows(page.Body, read);
            if (_rows > Most) throw new PullException(PullText.TooLarge, collection);
            if (page.Total is null && !page.Linked) throw new PullException(PullText.Unproven, collection);
            if (page.Next is not null && _rows == before) throw new PullException(PullText.Incomplete, collection);
            next = page.Next ?? (page.Linked || _rows == before || _rows >= total ? null : Address(fields, _rows));
        }

        if (_ids.Count != _rows) throw new PullException(PullText.Moved, collection);
        if (total is not null && total != _rows) throw new PullException(PullText.Incomplete, collection);
    }

    /// <summary>A row that comes on two pages means that another was missed between them.</summary>
    private void Take(string id)
    {
        _rows++;
        _ids.Add(id);
    }

    private Uri Address(string fields, int offset) => client.Address($"{collection}?limit={PageSize}&offset={offset}&sort=sourcedId&orderBy=asc&fields={fields}");

    private void Rows(byte[] body, Row read)
    {
        try
        {
            var json = new Utf8JsonReader(body);
            json.Read();
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                var isList = json.ValueTextEquals(collection);
                json.Read();
                if (!isList || json.TokenType != JsonTokenType.StartArray) json.Skip();
                else while (json.Read() && json.TokenType == JsonTokenType.StartObject) Take(read(ref json));
            }

            if (json.TokenType != JsonTokenType.EndObject || json.CurrentDepth != 0) throw new PullException(PullText.NotJson, collection);
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            throw new PullException(PullText.NotJson, collection, failure);
        }
    }
}
