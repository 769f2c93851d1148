package org.crossdesk.deploy.match;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.crossdesk.deploy.match.People.Question;

/**
 * The same people in Lucene, as somebody who knows it would put them: a term for each language and for each concept with
 * all above it, so that a part of the tree is one term; one segment, mapped into memory, in which nothing ever changes; hits
 * not counted beyond those wanted, nor looked up.
 */
final class LuceneIndex implements AutoCloseable {
    private final Path folder;
    private final Directory directory;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    /** Doc values only: all that a change of load can write without writing the whole person anew. */
    private final Sort byLoad = new Sort(new SortField("load", SortField.Type.INT));
    /** With points, by which the sort can skip whom it can't need. */
    private final Sort byRebuiltLoad = new Sort(new SortField("rebuilt", SortField.Type.INT));

    private final int most;

    LuceneIndex(People people, int most) throws IOException {
        this.most = most;
        folder = Files.createTempDirectory("bench-match");
        directory = FSDirectory.open(folder);
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
            for (int person = 0; person < People.SIZE; person++) {
                writer.addDocument(document(people, person));
            }
            writer.forceMerge(1);
        }
        reader = DirectoryReader.open(directory);
        searcher = new IndexSearcher(reader);
    }

    private static Document document(People people, int person) {
        Document document = new Document();
        for (int known : people.languages(person)) {
            document.add(new StringField("language", People.tag(known >> 3), Field.Store.NO));
        }
        for (int known : people.subjects(person)) {
            for (int at = known >> 3; at != ConceptTree.NONE; at = people.tree().parent(at)) {
                document.add(new StringField("within", ConceptTree.name(at), Field.Store.NO));
            }
        }
        if (people.load(person) != People.OFF_DUTY) {
            document.add(new StringField("duty", "on", Field.Store.NO));
        }
        document.add(new IntPoint("rebuilt", people.load(person)));
        document.add(new NumericDocValuesField("rebuilt", people.load(person)));
        document.add(new NumericDocValuesField("load", people.load(person)));
        return document;
    }

    static Query query(Question question, boolean onDuty) {
        BooleanQuery.Builder query = new BooleanQuery.Builder()
                .add(term("language", People.tag(question.language())), BooleanClause.Occur.FILTER)
                .add(term("within", ConceptTree.name(question.concept())), BooleanClause.Occur.FILTER);
        if (onDuty) {
            query.add(term("duty", "on"), BooleanClause.Occur.FILTER);
        }
        return query.build();
    }

    private static Query term(String field, String text) {
        return new TermQuery(new Term(field, text));
    }

    /** The least loaded, as far as their loads can change. */
    ScoreDoc[] find(Query query) throws IOException {
        return find(query, byLoad);
    }

    /** The least loaded of an index that is rebuilt when a load changes. */
    ScoreDoc[] findRebuilt(Query query) throws IOException {
        return find(query, byRebuiltLoad);
    }

    private ScoreDoc[] find(Query query, Sort sort) throws IOException {
        return searcher.search(query, new TopFieldCollectorManager(sort, most, null, most)).scoreDocs;
    }

    /** The loads of the least loaded, in order; by both ways, which have to agree. */
    List<Integer> loads(Query query) throws IOException {
        List<Integer> loads = loads(find(query));
        return loads.equals(loads(findRebuilt(query))) ? loads : List.of();
    }

    private static List<Integer> loads(ScoreDoc[] hits) {
        return Stream.of(hits).map(hit -> (Integer) ((FieldDoc) hit).fields[0]).toList();
    }

    @Override
    public void close() throws IOException {
        reader.close();
        directory.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
