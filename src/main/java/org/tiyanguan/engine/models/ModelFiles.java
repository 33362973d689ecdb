package org.tiyanguan.engine.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.spring.boot.starter.configuration.impl.DefaultDeploymentConfiguration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.core.Refusal.Fault;

/**
 * The models that a start deploys: the packaged ones, and in place of those the files of the same names in the folder
 * {@code tiyanguan.models}. They are always one deployment, for a diagram finds its forms and decision tables in its
 * own; the engine compares it with the last one that a start made, and makes no new version when no file has changed.
 */
@Component
class ModelFiles extends DefaultDeploymentConfiguration {

    private final String folder;
    private final MessageSource messages;

    /** @param folder with the files, or with {@code processes} and {@code forms} in it; blank for none */
    ModelFiles(@Value("${tiyanguan.models}") String folder, MessageSource messages) {
        this.folder = folder;
        this.messages = messages;
    }

    @Override
    public Set<Resource> getDeploymentResources() {
        Map<String, Resource> files = named(super.getDeploymentResources());
        if (!folder.isBlank()) files.putAll(named(in(Path.of(folder))));
        Set<Resource> plain = new LinkedHashSet<>();
        files.forEach((name, file) -> plain.add(new PlainlyNamed(name, file)));
        return plain;
    }

    static List<Resource> in(Path root) {
        List<Resource> found = new ArrayList<>();
        for (Path place : List.of(root, root.resolve("processes"), root.resolve("forms"))) {
            if (!Files.isDirectory(place)) continue;
            try (Stream<Path> files = Files.list(place)) {
                files.filter(ModelFiles::isModel).forEach(file -> found.add(new FileSystemResource(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return found;
    }

    /**
     * What else lies in the folder is left alone: notes, templates, what an editor or a file system keeps for itself.
     */
    private static boolean isModel(Path file) {
        return file.getFileName().toString().matches("[^.].*\\.(bpmn|dmn|form)");
    }

    private Map<String, Resource> named(Iterable<Resource> files) {
        Map<String, Resource> named = new TreeMap<>();
        for (Resource file : files) {
            String name = file.getFilename();
            if (named.put(name, file) != null)
                throw new Refusal(List.of(new Fault(name, new ModelFault(name, "", "twice").line(messages))));
        }
        return named;
    }

    /** Named without folders, so that a packed program and an unpacked one deploy the same. */
    private static class PlainlyNamed extends ByteArrayResource {

        private final String name;

        PlainlyNamed(String name, Resource file) {
            super(content(file));
            this.name = name;
        }

        private static byte[] content(Resource file) {
            try {
                return file.getContentAsByteArray();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** What the engine takes as the name of a resource of bytes. */
        @Override
        public String getDescription() {
            return name;
        }
    }
}
